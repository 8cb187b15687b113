// `hamandish serve`: opens everything, listens, and stops in order when asked to.
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "server/base/clock.h"
#include "server/base/log.h"
#include "server/channels/channels.h"
#include "server/commands.h"
#include "server/demo/demo_data.h"
#include "server/http/app.h"
#include "server/http/server.h"
#include "server/jobs/job_thread.h"
#include "server/jobs/jobs.h"
#include "server/service/services.h"

namespace hamandish::server {
namespace {

// Blocked in every thread; one thread waits for them, where it may do more than a signal handler may.
sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// Demo accounts have a password that everybody knows.
Result<void> check_exposure(const Config& config, Services& services) {
  if (is_loopback(config.host)) return {};
  if (!config.clock_file.empty()) {
    return make_error(Code::invalid, "error.invalid", "--clock-file needs a loopback --host");
  }
  if (!config.rate_limit) return make_error(Code::invalid, "error.invalid", "--rate-limit off needs a loopback --host");
  const Result<bool> demo = services.users.has_demo_accounts();
  if (!demo) return demo.error();
  if (!*demo) return {};
  return make_error(Code::invalid, "error.invalid",
                    "there are demo accounts in this database; it may only be served on a loopback --host");
}

LogLevel log_level(const std::string& name) {
  if (name == "debug") return LogLevel::debug;
  if (name == "warn") return LogLevel::warning;
  if (name == "error") return LogLevel::error;
  return name == "off" ? LogLevel::off : LogLevel::info;
}

ProofOfWork::Mode proof_mode(const std::string& name) {
  if (name == "always") return ProofOfWork::Mode::always;
  return name == "off" ? ProofOfWork::Mode::off : ProofOfWork::Mode::automatic;
}

// Null without --channels.
Result<std::unique_ptr<Channels>> open_channels(const Config& config, Services& services, Database& database,
                                                const Clock& clock) {
  if (config.channels.empty()) return std::unique_ptr<Channels>();
  Result<ChannelsConfig> read = load_channels_config(config.channels);
  if (!read) return read.error();
  return std::make_unique<Channels>(std::move(read).value(), services, database, clock);
}

// Each scheduler in a thread of its own.
int listen(const Config& config, Context& context, std::vector<Scheduler>& schedulers) {
  App app(context);
  HttpServer server({
      .handler = [&app](Request& request) { return app.answer(request); },
      .body_limit = App::largest_body,
      .refusal = [&app](int status) { return app.refusal(status); },
      .workers = config.workers,
      .trust_forwarded = config.behind_tls,
  });
  const Result<int> port = server.bind(config.host, config.port);
  if (!port) {
    return fail("cannot listen on " + config.host + " port " + std::to_string(config.port) + ": " +
                port.error().detail);
  }
  std::thread waiter([&server] {
    const sigset_t signals = stop_signals();
    int signal = 0;
    sigwait(&signals, &signal);
    log_info("stopping");
    server.stop();
  });
  std::vector<std::unique_ptr<JobThread>> threads;
  threads.reserve(schedulers.size());
  for (Scheduler& scheduler : schedulers) threads.push_back(std::make_unique<JobThread>(scheduler, context.clock));
  std::cout << "hamandish: ready on http://" << config.host << ':' << *port << std::endl;
  server.run();
  for (const std::unique_ptr<JobThread>& thread : threads) thread->stop();
  // run() also returns when listening fails: the waiter must not be left waiting.
  ::kill(::getpid(), SIGTERM);
  waiter.join();
  return kDone;
}

}  // namespace

int serve(const Config& config) {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before the first thread, and the log starts one
  set_log_level(log_level(config.log_level));
  std::signal(SIGPIPE, SIG_IGN);

  const Result<Profile> profile = load_profile(config);
  if (!profile) return fail("profile", profile.error());
  const Result<StaticFiles> files = StaticFiles::load(config.site);
  if (!files) return fail("site", files.error());
  Result<std::string> open_api = read_file(config.assets + "/openapi.json");
  if (!open_api) return fail("assets", open_api.error());
  Result<std::unique_ptr<Database>> database = open_database(config);
  if (!database) return fail("data", database.error());
  const Clock clock = config.clock_file.empty() ? Clock(system_now) : file_clock(config.clock_file);
  Services services(*profile, **database);
  if (const Result<void> started = services.start(clock()); !started) return fail("start", started.error());
  if (config.demo) {
    if (const Result<void> filled = fill_with_demo(config, services, clock()); !filled)
      return fail("demo data", filled.error());
    std::cout << "hamandish: demo accounts karshenas modir riyasat ravabet fanavari hoghoghi telefon admin, password "
              << kDemoPassword << '\n';
  }
  if (const Result<void> safe = check_exposure(config, services); !safe) return fail("refused", safe.error());

  Result<std::unique_ptr<Channels>> opened = open_channels(config, services, **database, clock);
  if (!opened) return fail("channels", opened.error());
  const std::unique_ptr<Channels> channels = std::move(opened).value();
  const PageTemplate pages = PageTemplate::load(*files, profile->accent);
  ReceiptPdf receipt_pdf({config.fonts, config.assets + "/fonts", config.site});
  Context context{
      .services = services,
      .files = *files,
      .pages = pages,
      .receipt_pdf = receipt_pdf,
      .settings = {config.rate_limit, config.behind_tls, std::move(open_api).value(), proof_mode(config.proof_of_work)},
      .clock = clock,
      .channels = channels.get()};
  std::vector<Scheduler> schedulers;
  schedulers.emplace_back(**database, all_jobs(services, {.pretend_to_send = config.demo && !channels}));
  const std::vector<Job> lines = channels ? channels->jobs() : std::vector<Job>{};
  for (const Job& job : lines) schedulers.emplace_back(**database, std::vector<Job>{job});
  const int code = listen(config, context, schedulers);
  (*database)->flush();
  log_info("stopped");
  return code;
}

}  // namespace hamandish::server
