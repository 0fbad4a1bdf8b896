import { test, describe } from 'vitest'
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
  test('count', async ({ bench }) => { await bench('count', () => { count(text) }).run({ time: 300 }) })
  test('fails', async ({ bench }) => { await bench('fails', () => { throw new Error('no luck') }).run({ time: 50 }) })
  test.skip('skipped', () => {})
})
