#define CATCH_CONFIG_ENABLE_BENCHMARKING
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <string>
#ifndef EXTRA
#define EXTRA 1
#endif
static std::size_t words(std::string const& text) {
    std::size_t found = 0;
    for (int again = 0; again < EXTRA; again++) {
        bool inside = false;
        for (char c : text) {
            bool letter = c != ' ';
            found += letter && !inside;
            inside = letter;
        }
    }
    return found;
}
TEST_CASE("Words", "[bench]") {
    std::string text;
    for (int i = 0; i < 2000; i++) text += "word ";
    BENCHMARK("count 2000") { return words(text); };
    SECTION("inner") {
        BENCHMARK("a long name, with \"quotes\" & <angles>, that the console wraps over lines") { return text.find("x"); };
    }
    SECTION("failing / broken") {
        BENCHMARK("throws") { if (text.size() > 1) throw std::runtime_error("no <luck>"); return 1; };
    }
}
