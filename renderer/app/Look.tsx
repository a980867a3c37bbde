import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@fontsource-variable/plus-jakarta-sans/wght.css'
import 'dayjs/locale/id'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { noticeShelves } from '../ui/index.ts'
import { styleNonce } from './styleNonce.ts'
import { cssVariables, theme } from './theme.ts'

const dates = { locale: 'id', firstDayOfWeek: 1, weekendDays: [0, 6] } as const

/** Theme, fonts, nonce, dates in Indonesian and the place for notices; stands once around the whole window. */
export const Look = ({
  scheme,
  inside = true,
  children,
}: {
  scheme?: 'light' | 'dark' | undefined
  /** Somebody is logged in: the frame shows what is told there, and that goes with it at once. */
  inside?: boolean
  children: ReactNode
}) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    {...(scheme ? { forceColorScheme: scheme } : {})}
    getStyleNonce={styleNonce}
  >
    <DatesProvider settings={{ ...dates, weekendDays: [...dates.weekendDays] }}>
      {inside ? null : (
        <Notifications
          store={noticeShelves.outside}
          position="top-left"
          limit={3}
          autoClose={8000}
          transitionDuration={120}
        />
      )}
      {children}
    </DatesProvider>
  </MantineProvider>
)
