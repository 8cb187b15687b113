// Invented citizens: names of the region, national ids with a right check digit, mobiles. Any likeness is chance.
#pragma once

#include <string>

#include "server/demo/demo_corpus.h"
#include "server/demo/demo_text.h"
#include "server/demo/dice.h"
#include "shared/forms/field.h"

namespace hamandish::server {

std::string make_national_id(Dice& dice);
std::string make_mobile(Dice& dice);  // 09XXXXXXXXX

// Answers to the person's fields of this form, as typed: some leave out what is optional, some write +98.
Answers make_person(const DemoCorpus& corpus, const KindForm& form, const Habits& habits, Dice& dice);

}  // namespace hamandish::server
