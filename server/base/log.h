// The log of the server: one line an event, `time level event key=value ...`, on standard error. Never personal data:
// no names, numbers, codes, texts or addresses of citizens; ids of rows at most.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace hamandish::server {

struct LogField {
  LogField(std::string_view name, std::string_view value) : key(name), text(value) {}
  LogField(std::string_view name, const char* value) : key(name), text(value) {}
  LogField(std::string_view name, std::int64_t value) : key(name), text(std::to_string(value)) {}
  LogField(std::string_view name, int value) : key(name), text(std::to_string(value)) {}
  std::string key;
  std::string text;
};
using LogFields = std::initializer_list<LogField>;

enum class LogLevel { debug, info, warning, error, off };
// Before the first thread. Default: info.
void set_log_level(LogLevel level);

void log_debug(std::string_view event, LogFields fields = {});
void log_info(std::string_view event, LogFields fields = {});
void log_warning(std::string_view event, LogFields fields = {});
void log_error(std::string_view event, LogFields fields = {});
// The detail of an error that is about to become an answer.
void log_failure(std::string_view event, const Error& error);

}  // namespace hamandish::server
