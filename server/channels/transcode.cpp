// Recordings for browsers, by ffmpeg in a process of its own: a broken file can harm nothing but that.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "server/base/temporary.h"
#include "server/channels/phone.h"

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace hamandish::server {
namespace {

constexpr auto kPatience = std::chrono::seconds(60);

bool run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {0, 1, 2}) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  pid_t child = 0;
  const int started = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (started != 0) return false;
  const auto end = std::chrono::steady_clock::now() + kPatience;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

unsigned format_tag(std::string_view bytes) {
  if (bytes.size() < 22 || !bytes.starts_with("RIFF") || bytes.substr(8, 8) != "WAVEfmt ") return 0;
  return static_cast<unsigned char>(bytes[20]) | (static_cast<unsigned>(static_cast<unsigned char>(bytes[21])) << 8U);
}

}  // namespace

bool needs_transcoding(std::string_view bytes, std::string_view file_name) {
  constexpr unsigned kPcm = 1;
  const unsigned tag = format_tag(bytes);
  return file_name.ends_with(".gsm") || (tag != 0 && tag != kPcm);
}

namespace {

// What ffmpeg makes of it; empty if it is missing, fails or takes too long.
std::string made_of(const std::string& ffmpeg, std::string_view bytes, std::string_view file_name,
                    const std::vector<std::string>& how) {
  const TemporaryDirectory place;
  if (!place.made()) return {};
  const std::string in = place.file("in");
  const std::string out = place.file("out");
  std::ofstream(in, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::vector<std::string> words = {ffmpeg, "-nostdin", "-v", "quiet", "-protocol_whitelist", "file"};
  // Bytes without a head say nothing of themselves.
  if (file_name.ends_with(".gsm")) words.insert(words.end(), {"-f", "gsm"});
  words.insert(words.end(), {"-i", in, "-t", "14400", "-ac", "1"});
  words.insert(words.end(), how.begin(), how.end());
  words.push_back(out);
  if (!run(words)) return {};
  std::ostringstream all;
  all << std::ifstream(out, std::ios::binary).rdbuf();
  return all.str();
}

}  // namespace

std::string transcoded(const std::string& ffmpeg, std::string_view bytes, std::string_view file_name) {
  return made_of(ffmpeg, bytes, file_name, {"-b:a", "32k", "-f", "mp3"});
}

Waveform waveform_of_file(const std::string& ffmpeg, std::string_view bytes, std::string_view file_name) {
  return waveform_of(made_of(ffmpeg, bytes, file_name, {"-ar", "8000", "-f", "s16le"}), 8000);
}

}  // namespace hamandish::server
