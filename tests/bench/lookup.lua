-- wrk: tracking lookups. CODES names a file with lines "code last4".
local pairs_ = {}
for line in io.lines(os.getenv("CODES")) do
  local code, last4 = line:match("(%d+) (%d+)")
  pairs_[#pairs_ + 1] = string.format('{"tracking_code":"%s","mobile_last4":"%s"}', code, last4)
end
local at = 0
function request()
  at = at % #pairs_ + 1
  return wrk.format("POST", "/api/v1/cases/lookup", { ["Content-Type"] = "application/json" }, pairs_[at])
end
function done(summary)
  local bad = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("RATE %.1f BAD %d\n", (summary.requests - summary.errors.status) / (summary.duration / 1e6), bad))
end
