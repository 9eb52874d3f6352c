import { bundle } from '../scripts/build.mjs'

/** Tests that start the real command run what `npm run build` would make of the present sources. */
export default async function setup(): Promise<void> {
  await bundle()
}
