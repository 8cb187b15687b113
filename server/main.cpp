// The program `hamandish`: reads the command line and hands over to the command.
#include <variant>

#include "server/commands.h"
#include "server/config.h"

int main(int argc, char** argv) {
  using namespace hamandish::server;
  const auto asked = read_command_line(argc, argv);
  if (const int* code = std::get_if<int>(&asked)) return *code;
  return run_command(std::get<Config>(asked));
}
