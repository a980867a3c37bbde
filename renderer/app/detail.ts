import { createContext, useContext, useEffect } from 'react'

/** Title of what is open within a page: last part of the breadcrumb and first part of the window's title. */
export type DetailState = {
  readonly detail: string | null
  readonly setDetail: (detail: string | null) => void
}
export const DetailContext = createContext<DetailState>({ detail: null, setDetail: () => {} })

export const useDetail = (title: string | null): void => {
  const { setDetail } = useContext(DetailContext)
  useEffect(() => {
    setDetail(title)
    return () => setDetail(null)
  }, [setDetail, title])
}
