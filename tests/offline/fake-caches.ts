/** Cache Storage in memory, as far as the worker uses it. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>()

  async open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache()
    this.#caches.set(name, cache)
    return cache
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()]
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name)
  }

  async match(
    url: string,
    { cacheName, ...options }: { cacheName: string; ignoreSearch?: boolean },
  ): Promise<Response | undefined> {
    return this.#caches.get(cacheName)?.match(url, options)
  }
}

class FakeCache {
  readonly #answers = new Map<string, Response>()

  async match(url: string, { ignoreSearch = false } = {}): Promise<Response | undefined> {
    return this.#answers.get(ignoreSearch ? url.replace(/\?.*/, '') : url)?.clone()
  }

  async put(url: string, response: Response): Promise<void> {
    // Like a browser's, it has what was put last at the end.
    this.#answers.delete(url)
    this.#answers.set(url, response)
  }

  async delete(request: string | { url: string }): Promise<boolean> {
    return this.#answers.delete(typeof request === 'string' ? request : request.url)
  }

  async keys(): Promise<{ url: string }[]> {
    return [...this.#answers.keys()].map((url) => ({ url }))
  }
}
