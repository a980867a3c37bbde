import { useState } from 'react'
import { recordGet, recordList } from '../../shared/contract/records.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useDefinition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { usePlace } from '../app/place.ts'
import { EmptyState, ErrorText, PageHeader, ThinBar } from '../ui/index.ts'
import { RecordFields } from './RecordFields.tsx'
import styles from './records.module.css'

const texts = recordsTexts.profile
const type = 'workspace'

const Profile = ({ id }: { id: string }) => {
  const definition = useDefinition(type)
  const { go } = usePlace()
  const [dirty, setDirty] = useState(false)
  const { data, failure, isPending, refetch } = useAnswer(
    recordGet,
    { type, id },
    { records: [type], enabled: !dirty },
  )
  if (isPending) return <ThinBar />
  if (failure) return <ErrorText message={failure.message} />
  if (data === undefined || definition === null) return null
  return (
    <RecordFields
      definition={definition}
      loaded={data}
      onReload={refetch}
      onDirty={setDirty}
      onClose={() => go('/')}
    />
  )
}

/** The one record of the city: letterhead and signatory of what is printed. */
export const ProfilePage = () => {
  const { data, failure, isPending } = useAnswer(recordList, { type, limit: 1 }, { records: [type] })
  const first = data?.rows[0]
  return (
    <>
      <PageHeader title={texts.title} about={texts.about} />
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {data && first === undefined ? <EmptyState title={texts.missing} /> : null}
      {first ? (
        <div className={styles.profile}>
          <Profile id={first.id} />
        </div>
      ) : null}
    </>
  )
}
