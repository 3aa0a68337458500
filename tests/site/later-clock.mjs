// Preloaded into a build so that a date taken from the clock shows as a difference.
const SHIFT = 400 * 24 * 60 * 60 * 1000

const RealDate = Date

globalThis.Date = class extends RealDate {
  /** @param {ConstructorParameters<typeof RealDate>} parts */
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + SHIFT)
    else super(...parts)
  }

  static now() {
    return RealDate.now() + SHIFT
  }
}
