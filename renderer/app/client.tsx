import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useReducer } from 'react'
import type { AnyCall, InputOf, OutputOf } from '../../shared/contract/call.ts'
import type { Failure } from '../../shared/contract/result.ts'
import type { Client } from './bridge.ts'
import { restsOnRecords } from './restsOn.ts'

/** An expected failure on its way through TanStack Query, which knows only throwing. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
export const failureOf = (error: unknown): Failure | null =>
  error instanceof CallFailed ? error.failure : null

const forever = Number.POSITIVE_INFINITY
/** Answers stay true until a record type that they rest on changes; the network has no say. */
export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: forever,
        retry: false,
        refetchOnWindowFocus: false,
        throwOnError: false,
      },
      mutations: { networkMode: 'always' },
    },
  })

const rests = restsOnRecords()

const ClientContext = createContext<Client | null>(null)

export const useClient = (): Client => {
  const client = useContext(ClientContext)
  if (client === null) throw new TypeError('outside of the window')
  return client
}

/** Gives the window its client, and asks again for answers whose record types have changed. */
export const ClientProvider = ({
  client,
  queries,
  children,
}: {
  client: Client
  queries: QueryClient
  children: ReactNode
}) => {
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type !== 'changed') return
        void queries.invalidateQueries({
          predicate: ({ queryKey: [call] }) => rests.isTouched(String(call), event.records),
        })
      }),
    [client, queries],
  )
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ClientContext>
  )
}

type AnswerOptions = {
  /** Record types that the answer rests on; absent: asked again after every change. */
  readonly records?: readonly string[]
  readonly enabled?: boolean
  /** While the next answer is on its way the former stays. */
  readonly keep?: boolean
}

/** A query of the contract: `data`, `failure` (a sentence for the officer) and `retry`. */
export const useAnswer = <C extends AnyCall>(call: C, input: InputOf<C>, options: AnswerOptions = {}) => {
  const client = useClient()
  rests.add(call.name, options.records)
  const { data, error, refetch, isPending, isFetching, isPlaceholderData } = useQuery<OutputOf<C>, Error>({
    queryKey: [call.name, input],
    queryFn: async ({ signal }): Promise<OutputOf<C>> => {
      const result = await client.call(call, input, call.kind === 'task' ? { signal } : {})
      if (!result.ok) throw new CallFailed(result.error)
      return result.value
    },
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data,
    failure: failureOf(error),
    isPending,
    isFetching,
    /** With `keep`: `data` answers what was asked before. */
    isFormer: isPlaceholderData,
    retry: () => void refetch(),
    /** Asks again now; null where it failed. */
    refetch: async (): Promise<OutputOf<C> | null> => (await refetch()).data ?? null,
  }
}

/** Grows with every change of one of these record types; for lists that page by themselves. */
export const useChanges = (records: readonly string[] | null): number => {
  const client = useClient()
  const [count, grow] = useReducer((before: number) => before + 1, 0)
  const key = records?.join(' ') ?? null
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type !== 'changed') return
        if (key === null || event.records.some((type) => key.split(' ').includes(type))) grow()
      }),
    [client, key],
  )
  return count
}
