import { createSpotlight } from '@mantine/spotlight'

/** What the palette shows and which of it is marked. */
export const [paletteStore, palette] = createSpotlight()
