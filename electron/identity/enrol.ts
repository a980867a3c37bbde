import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { deviceTexts } from '../../shared/texts/device.ts'
import type { TaskContext } from '../feature.ts'
import { fingerprintOf, readRequest } from './device-request.ts'
import { sealWelcome } from './device-welcome.ts'
import type { Enrolled } from './devices.ts'
import type { SessionService } from './session-service.ts'

type Done = {
  readonly commit: string | null
  readonly device: string
  readonly name: string
  readonly fingerprint: string
  readonly workspaceCode: string
  readonly welcome: { readonly token: string; readonly name: string; readonly size: number }
}

const enrol = async (
  session: SessionService,
  { write, downloads }: TaskContext,
  code: string,
): Promise<Result<Done>> => {
  const request = readRequest(code)
  if (request === null) return fail('BadRequest', deviceTexts.badRequest)
  const enrolled = await write<Enrolled>('device.enrol', request)
  if (!enrolled.ok) return enrolled
  const { commit, welcome } = enrolled.value
  const bytes = await sealWelcome(welcome, request, (key) => session.keeper.slotsFor(key))
  const { device, name, fingerprint } = request
  const offered = downloads.offer(deviceTexts.welcomeName(name), 'application/octet-stream', bytes)
  const workspaceCode = fingerprintOf(welcome.genesis)
  return ok({ commit, device, name, fingerprint, workspaceCode, welcome: offered })
}

/** See the contract: `device.enrol`. */
export const enrolDevice = (session: SessionService, context: TaskContext, code: string) =>
  session.inTurn(() => enrol(session, context, code))
