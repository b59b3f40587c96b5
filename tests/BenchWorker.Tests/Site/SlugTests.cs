using System.Text.RegularExpressions;
using BenchWorker.Site;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Site;

public sealed partial class SlugTests
{
    [Theory]
    [InlineData("mteb", "mteb")]
    [InlineData("MTEB", "mteb-")]
    [InlineData("../../etc/passwd", "etc-passwd-")]
    [InlineData("<script>alert(1)</script>", "script-alert-1-script-")]
    public void A_slug_keeps_what_is_readable(string name, string begins) => Slug.From(name).ShouldStartWith(begins);

    [Fact]
    public void Names_that_differ_by_case_only_have_different_slugs() => Slug.From("Model").ShouldNotBe(Slug.From("MODEL"));

    [Fact]
    public void Any_name_becomes_a_safe_path_segment() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name => Safe().IsMatch(Slug.From(name.Get)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex Safe();
}
