// CPU time for tests/bench/shape_speed.cpp under node: emscripten's clock() is the one on the wall.
mergeInto(LibraryManager.library, {
  hm_cpu_microseconds: function () {
    return process.cpuUsage().user;
  },
});
