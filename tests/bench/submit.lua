-- wrk: one new complaint a request, each with its own key. CATEGORY comes from the environment.
local category = os.getenv("CATEGORY")
local counter, thread_id, threads = 0, 0, 0
function setup(thread)
  threads = threads + 1
  thread:set("thread_id", threads)
end
local template = '{"kind":"complaint","category":"' .. category .. '","subject":"موضوع شمارهٔ %d",' ..
  '"body":"متن شکایت شمارهٔ %d: آب چاه کشاورزی روستا از هفتهٔ پیش قطع است و کسی پاسخ نمی‌دهد. لطفاً پیگیری کنید.",' ..
  '"person":{"first_name":"مریم","last_name":"ولی‌زاده","national_id":"0499370899","mobile":"0915%07d","email":"m@mail.example"}}'
local seed = os.getenv("RUN") or "run"
function request()
  counter = counter + 1
  local body = string.format(template, counter, counter, counter % 10000000)
  local key = string.format("%s-%d-%d", seed, thread_id, counter)
  return wrk.format("POST", "/api/v1/cases", { ["Content-Type"] = "application/json", ["Idempotency-Key"] = key }, body)
end
function done(summary)
  local bad = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("RATE %.1f BAD %d\n", (summary.requests - summary.errors.status) / (summary.duration / 1e6), bad))
end
