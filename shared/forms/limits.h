// The lengths that hold where a field of the profile says nothing else, in Unicode scalar values after normalisation.
#pragma once

namespace hamandish {

inline constexpr int kNameMin = 2;
inline constexpr int kNameMax = 60;
inline constexpr int kEmailMax = 254;  // RFC 5321 4.5.3.1.3, less the angle brackets
inline constexpr int kLineMax = 200;
inline constexpr int kTextMax = 10000;
inline constexpr int kSubjectMin = 3;  // for profiles: subject and body should say these as min_length
inline constexpr int kBodyMin = 10;
inline constexpr int kMaxAttachments = 5;

}  // namespace hamandish
