#include "server/base/log.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <chrono>
#include <memory>

#include "server/base/patient_sink.h"

namespace hamandish::server {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> one = [] {
    auto made = std::make_shared<spdlog::logger>("hamandish", std::make_shared<PatientSink>(STDERR_FILENO));
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    made->flush_on(spdlog::level::warn);
    spdlog::register_logger(made);
    spdlog::flush_every(std::chrono::seconds(1));  // the last lines before a quiet time
    return made;
  }();
  return *one;
}

// Quoted, without line breaks, as soon as it could be mistaken for more than one word.
std::string quoted(std::string_view text) {
  if (!text.empty() && text.find_first_of(" \"=\n\r\t") == std::string_view::npos) return std::string(text);
  std::string line = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') line += '\\';
    line += (c == '\n' || c == '\r' || c == '\t') ? ' ' : c;
  }
  return line + '"';
}

void write(spdlog::level::level_enum level, std::string_view event, LogFields fields) {
  if (!logger().should_log(level)) return;
  std::string line(event);
  for (const LogField& field : fields) line += " " + field.key + "=" + quoted(field.text);
  logger().log(level, spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace

void set_log_level(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return logger().set_level(spdlog::level::debug);
    case LogLevel::info:
      return logger().set_level(spdlog::level::info);
    case LogLevel::warning:
      return logger().set_level(spdlog::level::warn);
    case LogLevel::error:
      return logger().set_level(spdlog::level::err);
    case LogLevel::off:
      return logger().set_level(spdlog::level::off);
  }
}

void log_debug(std::string_view event, LogFields fields) {
  write(spdlog::level::debug, event, fields);
}
void log_info(std::string_view event, LogFields fields) {
  write(spdlog::level::info, event, fields);
}
void log_warning(std::string_view event, LogFields fields) {
  write(spdlog::level::warn, event, fields);
}
void log_error(std::string_view event, LogFields fields) {
  write(spdlog::level::err, event, fields);
}

void log_failure(std::string_view event, const Error& error) {
  log_error(event, {{"key", error.key}, {"detail", error.detail}});
}

}  // namespace hamandish::server
