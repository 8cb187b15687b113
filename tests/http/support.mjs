// Calls of the REST interface that several tests make.
export function newCase(index, kindCategory) {
  return {
    kind: 'complaint',
    category: kindCategory,
    subject: `موضوع شمارهٔ ${index}`,
    body: `متن شکایت شمارهٔ ${index} که به اندازهٔ کافی بلند است.`,
    person: {
      first_name: 'مریم', last_name: 'ولی‌زاده', national_id: '0499370899',
      mobile: `0915${String(1000000 + index).slice(-7)}`, email: `m${index}@mail.example`,
    },
  };
}

export function post(url, body, headers = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
}

export function submit(server, body, key) {
  return post(`${server.url}/api/v1/cases`, body, { 'Idempotency-Key': key });
}

export async function complaintCategory(server) {
  const profile = await (await fetch(`${server.url}/api/v1/profile`)).json();
  return profile.categories.find((one) => one.kinds.includes('complaint')).id;
}
