#include "server/service/passwords.h"

#include <sodium.h>

#include <condition_variable>
#include <mutex>

#include "server/base/blocking.h"

namespace hamandish::server {
namespace {

constexpr int kAtOnce = 2;
constexpr int kMayWait = 30;  // about ten seconds of work

// A place among those that hash now; not every caller gets one.
class Place {
 public:
  Place() {
    std::unique_lock lock(mutex());
    if (waiting() >= kMayWait) return;
    ++waiting();
    changed().wait(lock, [] { return working() < kAtOnce; });
    --waiting();
    ++working();
    held_ = true;
  }
  ~Place() {
    if (!held_) return;
    {
      const std::lock_guard lock(mutex());
      --working();
    }
    changed().notify_one();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  bool held() const { return held_; }

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  static std::condition_variable& changed() {
    static std::condition_variable one;
    return one;
  }
  static int& waiting() {
    static int count = 0;
    return count;
  }
  static int& working() {
    static int count = 0;
    return count;
  }
  bool held_ = false;
  Blocking blocking_;  // for its turn, and then for a tenth of a second of work: other requests go on meanwhile
};

}  // namespace

Result<std::string> hash_password(std::string_view password, PasswordCost cost) {
  const Place place;
  if (!place.held()) return make_error(Code::busy, "error.busy");
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), cost.passes, cost.bytes) != 0) {
    return make_error(Code::unavailable, "error.unavailable", "no memory for argon2id");
  }
  hash.resize(hash.find('\0'));
  return hash;
}

Result<bool> password_fits(std::string_view password, const std::string& hash) {
  const Place place;
  if (!place.held()) return make_error(Code::busy, "error.busy");
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace hamandish::server
