/** The origin that a setting gives, without a trailing slash. Throws, naming the setting, when it is none. */
export function readOrigin(setting: string, value: string): string {
  const url = URL.parse(value.replace(/\/+$/, ''))
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    `${url.username}${url.search}${url.hash}` !== '' ||
    url.pathname !== '/'
  )
    throw new Error(
      `${setting} is "${value}"; give scheme and host alone, such as https://papers.example.org, and a path in BASE_PATH`,
    )
  return url.origin
}

/** The address of a repository, or null. Throws, naming the setting, when pages below it can't be made from it. */
export function readRepositoryUrl(setting: string, value: string | null): string | null {
  if (value !== null && !/^https:\/\/[^\s/?#]+(?:\/[^\s/?#]+)+$/.test(value))
    throw new Error(
      `${setting} is "${value}"; give an https: address without a slash at its end, such as https://github.com/owner/name, or null`,
    )
  return value
}
