using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    [InlineData("bell\u0007", "bell\uFFFD")]
    [InlineData("c1\u0085", "c1\uFFFD")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("zero\u200Bwidth\u200Djoiner\uFEFF", "zerowidthjoiner")]
    [InlineData("not a character \uFFFE", "not a character \uFFFD")]
    [InlineData("heart \u2764\uFE0F", "heart \u2764")]
    [InlineData("e\u0301 stays", "e\u0301 stays")]
    public void What_would_vanish_or_reorder_is_shown_or_dropped(string text, string shown) =>
        DisplayText.Of(text).ShouldBe(shown);

    [Fact]
    public void Half_a_surrogate_pair_is_shown() // Not an InlineData: attributes are stored as UTF-8, which has no such half.
        => DisplayText.Of("half" + '\uD800').ShouldBe("half\uFFFD");
}
