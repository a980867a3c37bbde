import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatDay, parseDay } from './format.ts'

const texts = uiTexts.form

type Props = {
  label: string
  description?: string | undefined
  error?: string | undefined
  withAsterisk?: boolean
  readOnly?: boolean
  name?: string
  /** "2026-11-21" or null. */
  value: string | null
  onChange: (value: string | null) => void
}

/** The text as the officer writes it; what cannot be read stays there to be corrected. */
const useDayText = (value: string | null, onChange: Props['onChange']) => {
  const [text, setText] = useState(value === null ? '' : formatDay(value))
  const [left, setLeft] = useState(true)
  const own = useRef(value)
  useEffect(() => {
    if (value === own.current) return
    own.current = value
    setText(value === null ? '' : formatDay(value))
  }, [value])
  const write = (next: string) => {
    setText(next)
    setLeft(false)
    own.current = parseDay(next)
    if (own.current !== value) onChange(own.current)
  }
  const leave = () => {
    setLeft(true)
    const day = parseDay(text)
    if (day !== null) setText(formatDay(day))
  }
  return { text, write, leave, unreadable: left && text.trim() !== '' && parseDay(text) === null }
}

const calendarWords = {
  previousMonth: texts.calendar.previousMonth,
  nextMonth: texts.calendar.nextMonth,
  previousYear: texts.calendar.previousYear,
  nextYear: texts.calendar.nextYear,
  previousDecade: texts.calendar.previousDecade,
  nextDecade: texts.calendar.nextDecade,
  monthLevelControl: texts.calendar.chooseMonth,
  yearLevelControl: texts.calendar.chooseYear,
}

type CalendarProps = { label: string; value: string | null; onPick: (value: string) => void }

const Calendar = ({ label, value, onPick }: CalendarProps) => {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={texts.calendar.open}
          title={texts.calendar.open}
          onClick={() => setOpened((now) => !now)}
        >
          <IconCalendar size={16} stroke={1.5} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <DatePicker
          hideOutsideDates
          ariaLabels={calendarWords}
          value={value}
          {...(value === null ? {} : { defaultDate: value })}
          onChange={(day) => {
            if (day !== null) onPick(day)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** A day, typed as “21-11-2026”, “21/11/26” or “21 Nov 2026”, or picked from a calendar. */
export const DateField = ({ value, onChange, error, readOnly = false, ...rest }: Props) => {
  const { text, write, leave, unreadable } = useDayText(value, onChange)
  return (
    <TextInput
      {...rest}
      readOnly={readOnly}
      error={error ?? (unreadable ? texts.dateUnreadable : undefined)}
      placeholder={texts.datePlaceholder}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={leave}
      rightSection={
        readOnly ? undefined : (
          <Calendar label={rest.label} value={value} onPick={(day) => write(formatDay(day))} />
        )
      }
      rightSectionPointerEvents="all"
    />
  )
}
