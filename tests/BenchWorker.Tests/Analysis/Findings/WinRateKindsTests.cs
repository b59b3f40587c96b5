using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis.Findings;

/// <summary>What is said of a table of win rates, against counts made by hand.</summary>
public sealed class WinRateKindsTests
{
    private const double None = double.NaN;

    [Fact]
    public void Who_beats_most_and_fewest_others_is_named_with_the_numbers()
    {
        HeatmapTable rates = DerivedTables.Rates(["a", "b", "c"], [[3, 3, 3, 3], [2, 2, 4, 2], [1, 1, 1, 2]]);

        rates.Holding(FindingKinds.W1).ShouldBe(["a beats 2 of 2 others, more than any other model; c beats none, fewer than any other."]);
        rates.ShouldFailOn(FindingKinds.W1, DerivedTables.Rates(["a", "b", "c"], [[1, 1, 1, 1], [2, 2, 4, 2], [3, 3, 3, 3]]));
    }

    [Fact]
    public void The_clearest_and_the_closest_pair_carry_their_wins_and_ties()
    {
        HeatmapTable rates = DerivedTables.Rates(["a", "b", "c"], [[3, 3, 3, 3], [2, 2, 4, 3], [1, 1, 1, 2]]);

        rates.Holding(FindingKinds.W2).ShouldBe(["In 2 of 3 pairs one side scores better in every column that both have."]);
        rates.Holding(FindingKinds.W3).ShouldBe(["The closest pair is a against b: of 4 shared columns a scores better in 2, worse in 1 and equal in 1."]);
        rates.ShouldFailOn(FindingKinds.W3, DerivedTables.Rates(["a", "b", "c"], [[3, 3, 3, 3], [2, 2, 2, 3], [1, 1, 1, 2]]));
    }

    [Fact]
    public void Pairs_without_a_winner_are_counted_and_named()
    {
        HeatmapTable rates = DerivedTables.Rates(["a", "b", "c"], [[2, 1, 0], [1, 2, 0], [0, 0, None]]);

        rates.Holding(FindingKinds.W3).ShouldBe(["In 1 of 3 pairs neither side is ahead (a against b, 1 column each and 1 equal)."]);
    }

    [Fact]
    public void Two_entities_are_one_pair_and_lower_may_be_better()
    {
        HeatmapTable rates = DerivedTables.Rates(["a", "b"], [[1, 1, 5], [2, 2, 2]], Direction.LowerIsBetter);

        rates.Holding(FindingKinds.W2).ShouldBe(["Between a and b, of 3 shared columns a scores better in 2, worse in 1 and equal in none."]);
        rates.Holding(FindingKinds.W1).ShouldBeEmpty();
    }

    [Fact]
    public void Wins_that_run_in_a_circle_are_told_with_those_who_make_it()
    {
        HeatmapTable circle = DerivedTables.Rates(["a", "b", "c"], [[3, 2, 1], [2, 1, 3], [1, 3, 2]]);

        circle.Holding(FindingKinds.W4).ShouldBe(["Wins run in circles: a beats b, b beats c and c beats a, so the pairs fit no single order."]);
        circle.ShouldFailOn(FindingKinds.W4, DerivedTables.Rates(["a", "b", "c"], [[3, 3, 3], [2, 2, 2], [1, 1, 1]]));
    }

    [Fact]
    public void Pairs_that_fit_one_order_are_told_where_nobody_is_level()
    {
        string ordered = "Wins do not run in circles: whoever beats another also beats everyone whom that one beats.";

        DerivedTables.Rates(["a", "b", "c", "d"], [[4], [3], [2], [1]]).Holding(FindingKinds.W4).ShouldBe([ordered]);
        DerivedTables.Rates(["a", "b", "c", "d"], [[4], [3], [3], [1]]).Holding(FindingKinds.W4).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_of_win_rates_is_never_spoken_of_as_scores() =>
        FindingEngine.Find(DerivedTables.Rates(["a", "b", "c"], [[3, 3, 3, 3], [2, 2, 4, 3], [1, 1, 1, 2]])).Select(static finding => finding.Kind.Id[0]).Distinct().ShouldBe(['C', 'W']);
}
