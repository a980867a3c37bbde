import { createRoot } from 'react-dom/client'
import { Look } from '../../../renderer/app/Look.tsx'
import { Notices } from '../../../renderer/app/Notices.tsx'
import { formScenes } from './galleryForm.tsx'
import { gridScenes } from './galleryGrid.tsx'
import { listScenes } from './galleryList.tsx'
import { partScenes } from './galleryParts.tsx'

const scenes: Readonly<Record<string, () => React.ReactNode>> = {
  ...listScenes,
  ...gridScenes,
  ...formScenes,
  ...partScenes,
}

const Contents = () => (
  <main>
    <h1>Galeri</h1>
    <ul>
      {Object.keys(scenes).map((name) => (
        <li key={name}>
          <a href={`?scene=${name}`}>{name}</a>
        </li>
      ))}
    </ul>
  </main>
)

const wanted = new URLSearchParams(location.search)
const Scene = scenes[wanted.get('scene') ?? ''] ?? Contents

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <Look>
      <Scene />
      <Notices begins={false} />
    </Look>,
  )
