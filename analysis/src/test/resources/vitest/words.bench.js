import { bench, describe } from 'vitest'
const text = 'word '.repeat(2000)
const again = Number(process.env.EXTRA || 1)
function count(t) {
  let words = 0
  for (let i = 0; i < again; i++) {
    let inside = false
    for (const c of t) { const letter = c !== ' '; if (letter && !inside) words++; inside = letter }
  }
  return words
}
describe('words', () => {
  bench('count', () => { count(text) }, { time: 300 })
  bench('fails', () => { throw new Error('no luck') }, { time: 50 })
  bench.skip('skipped', () => {})
  describe('a "quoted" > name', () => { bench('split', () => { text.split(' ') }, { time: 300 }) })
})
