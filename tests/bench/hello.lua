-- wrk: the same load on a route that answers from memory.
function done(summary)
  local bad = summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read
  io.write(string.format("RATE %.1f BAD %d\n", (summary.requests - summary.errors.status) / (summary.duration / 1e6), bad))
end
