import '@mantine/charts/styles.css'
import { BarChart } from '@mantine/charts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { formatRupiah, formatWhole, Unbroken } from '../ui/index.ts'
import { type Bar, barsOf } from './shares.ts'
import styles from './sumChart.module.css'

const texts = consolidationWindowTexts.chart
const millions = (value: number): string => formatWhole(Math.round(value / 1_000_000))
const perBar = 30
const mostBars = 14
const longest = 21
const fitting = (label: string): string =>
  label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label
const isLong = ({ label }: Bar): boolean => label.length > longest

type Tick = { readonly x: number; readonly y: number; readonly payload: { readonly value: string } }

/** One line for each label; the library would break it into several. */
const Label = ({ x, y, payload }: Tick) => (
  <text x={x} y={y} dy={4} textAnchor="end">
    {fitting(payload.value)}
  </text>
)

/** Bars for the eye; the table beside it and the words below it hold the same for everyone. */
const SumChart = ({ label, words, groups }: { label: string; words: string; groups: readonly Bar[] }) => {
  const bars = barsOf(groups, mostBars).map((bar) => ({
    name: isLong(bar) && bar.short ? bar.short : bar.label,
    [texts.amount]: bar.total,
  }))
  return (
    <figure className={styles.figure}>
      <div className={styles.unit} aria-hidden="true">
        {texts.axisUnit}
      </div>
      <div role="img" aria-label={`${label}. ${words}`} className={styles.chart}>
        <BarChart
          aria-hidden="true"
          h={bars.length * perBar + 12}
          data={bars}
          dataKey="name"
          orientation="vertical"
          series={[{ name: texts.amount, color: 'var(--s-accent-fill)' }]}
          gridAxis="none"
          tickLine="none"
          withXAxis={false}
          withBarValueLabel
          valueFormatter={formatRupiah}
          valueLabelProps={
            { formatter: (value: unknown) => millions(Number(value)), position: 'right' } as never
          }
          maxBarWidth={16}
          yAxisProps={{ width: 148, interval: 0, tick: Label as never, tickMargin: 4 }}
          barChartProps={{ margin: { left: 0, right: 56, top: 4, bottom: 4 }, accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, radius: 2 }}
        />
      </div>
      <figcaption className={styles.words}>
        <Unbroken>{words}</Unbroken>
      </figcaption>
    </figure>
  )
}
export default SumChart
