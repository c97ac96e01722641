/** Whether a request comes from our own pages: other sites may not act in a signed-in person's name. */
export function fromOurPages(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}
