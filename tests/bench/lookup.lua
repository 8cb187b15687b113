-- wrk: tracking lookups. CODES names a file with lines "code last4".
local pairs_ = {}
for line in io.lines(os.getenv("CODES")) do
  local code, last4 = line:match("(%d+) (%d+)")
  pairs_[#pairs_ + 1] = string.format('{"tracking_code":"%s","mobile_last4":"%s"}', code, last4)
end
-- Written once: what the client spends on making a request would be taken from the server on the same processors.
local requests = {}
function init()
  for index, body in ipairs(pairs_) do
    requests[index] = wrk.format("POST", "/api/v1/cases/lookup", { ["Content-Type"] = "application/json" }, body)
  end
end
local at = 0
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary)
  local bad = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("RATE %.1f BAD %d\n", (summary.requests - summary.errors.status) / (summary.duration / 1e6), bad))
end
