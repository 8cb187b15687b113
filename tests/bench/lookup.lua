-- wrk: the requests of tracking look-ups. CODES names a file with lines "code last4"; ADDRESS is where they are sent, so that the
-- reference gets the very same ones.
local requests = {}
-- Written once: what the client spends on making a request would be taken from the server on the same processors.
function init()
  for line in io.lines(os.getenv("CODES")) do
    local code, last4 = line:match("(%d+) (%d+)")
    local body = string.format('{"tracking_code":"%s","mobile_last4":"%s"}', code, last4)
    requests[#requests + 1] = wrk.format("POST", os.getenv("ADDRESS"), { ["Content-Type"] = "application/json" }, body)
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
