import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatDay, parseDay, parseWhen } from './format.ts'

const texts = uiTexts.form

type Props = {
  label: string
  description?: string | undefined
  error?: string | undefined
  withAsterisk?: boolean
  readOnly?: boolean
  name?: string
  /** A year or a month alone is an answer too. */
  partial?: boolean
  /** "2026-11-21" or null; of a partial one also "2026-11" or "2026". */
  value: string | null
  onChange: (value: string | null) => void
}

/** The text as the officer writes it; what cannot be read stays there to be corrected. */
const useDayText = (value: string | null, onChange: Props['onChange'], parse: typeof parseDay) => {
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
    own.current = parse(next)
    if (own.current !== value) onChange(own.current)
  }
  const leave = () => {
    setLeft(true)
    const day = parse(text)
    if (day !== null) setText(formatDay(day))
  }
  return { text, write, leave, unreadable: left && text.trim() !== '' && parse(text) === null }
}

const isWhole = (value: string | null) => value?.length === 10

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
export const DateField = ({ value, onChange, error, readOnly = false, partial = false, ...rest }: Props) => {
  const { text, write, leave, unreadable } = useDayText(value, onChange, partial ? parseWhen : parseDay)
  return (
    <TextInput
      {...rest}
      readOnly={readOnly}
      error={error ?? (unreadable ? (partial ? texts.whenUnreadable : texts.dateUnreadable) : undefined)}
      placeholder={partial ? texts.whenPlaceholder : texts.datePlaceholder}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={leave}
      rightSection={
        readOnly ? undefined : (
          <Calendar
            label={rest.label}
            value={isWhole(value) ? value : null}
            onPick={(day) => write(formatDay(day))}
          />
        )
      }
      rightSectionPointerEvents="all"
    />
  )
}
