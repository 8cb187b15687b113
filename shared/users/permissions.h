// Who may do what. One table of pure functions that server and client share: the server enforces it, the client uses it
// to show only what will work.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamandish {

// The roles of the contract's demo accounts.
enum class Role {
  officer,             // کارشناس: cases of the own unit
  unit_manager,        // مدیر واحد: cases of the own unit
  head_office,         // حوزه ریاست: sees and acts on all
  public_relations,    // روابط عمومی
  it,                  // فناوری اطلاعات: reports, no case content
  regulations,         // حقوقی و مقررات
  telephone_operator,  // registers on behalf; own unit, but does not decide: no replies
  admin,               // settings and accounts; no case content
};
inline constexpr std::array kRoles = {
    Role::officer, Role::unit_manager, Role::head_office,        Role::public_relations,
    Role::it,      Role::regulations,  Role::telephone_operator, Role::admin};

std::string_view wire_name(Role role);
std::optional<Role> role_from(std::string_view wire_name);

// Who acts: a signed-in member of staff.
struct Actor {
  std::string user_id;
  std::string name;  // shown to colleagues
  Role role = Role::officer;
  std::string unit_id;  // id in the profile
};

// What a permission is asked for. unit_id is the unit that holds the case now; consulted units were asked in parallel
// and have not been released yet: they read, note and say their opinion, and decide nothing.
struct CaseScope {
  std::string unit_id;
  std::vector<std::string> consulted{};
};

// What a member of staff may do with a case, or without one.
enum class Right {
  read,
  note,
  refer,          // also «not ours» and asking other units in parallel
  reply,          // where the profile asks for a manager's approval, of roles without `approve` it becomes a draft
  ask,            // the citizen for more
  extend,         // with a reason that the citizen reads
  close,          // also not accepting
  assign,         // to oneself or a colleague of the unit
  sort,           // priority and tags
  link,           // merge, link, split
  approve,        // drafts of others
  redact,         // takes text away, with a reason
  advise,         // for a consulted unit
  register_case,  // on behalf of a caller or visitor; asked without a case
};
inline constexpr std::array kRights = {Right::read,    Right::note,   Right::refer,  Right::reply,        Right::ask,
                                       Right::extend,  Right::close,  Right::assign, Right::sort,         Right::link,
                                       Right::approve, Right::redact, Right::advise, Right::register_case};

bool may(const Actor& actor, Right right, const CaseScope& scope);
bool may_register_cases(Role role);

bool may_see_all_units(Role role);
bool may_see_any_case(Role role);  // false: the inbox is Forbidden, not empty
bool may_read(const Actor& actor, const CaseScope& scope);
bool may_note(const Actor& actor, const CaseScope& scope);
bool may_refer(const Actor& actor, const CaseScope& scope);
bool may_reply(const Actor& actor, const CaseScope& scope);

}  // namespace hamandish
