using System.Globalization;
using BenchWorker.Analysis;

namespace BenchWorker.Tests.Analysis.PublicData;

internal static class ArenaHardFacts
{
    public static object Made()
    {
        IReadOnlyList<Result> rows = Facts.Rows("arena_hard", "arena_hard.csv");
        var days = rows.GroupBy(Facts.Date, StringComparer.Ordinal).OrderBy(static day => day.Key, StringComparer.Ordinal)
            .Select(static day => (day.Key, All: day.ToArray(), Scores: day.Where(static row => row.Metric == "score").ToArray())).ToList();
        ScoreInterval[] latest = [.. days[^1].Scores.Select(Interval)];
        var made = days.ToDictionary(static day => day.Key, static object? (day) => Day(day.Scores), StringComparer.Ordinal);
        made["latest_disjoint_ci_pairs"] = ArenaRanks.Of(latest).Sum(static ranks => ranks.Best - 1);
        made["latest_pairs"] = latest.Length * (latest.Length - 1) / 2;
        made["new_models_per_date"] = days.Zip(days.Skip(1)).ToDictionary(
            static pair => pair.Second.Key,
            static pair => pair.Second.Scores.Select(static row => row.Model).Except(pair.First.Scores.Select(static row => row.Model), StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        made["score_changes"] = rows.Where(static row => row.Metric == "score").GroupBy(static row => row.Model, StringComparer.Ordinal)
            .Where(static model => model.Select(static row => row.Value).Distinct().Count() > 1).Select(static model => model.Key).Order(StringComparer.Ordinal);
        made["identical_snapshots"] = days.Zip(days.Skip(1)).Where(static pair => Texts(pair.First.All).SequenceEqual(Texts(pair.Second.All), StringComparer.Ordinal))
            .Select(static pair => new[] { pair.First.Key, pair.Second.Key });
        return made;
    }

    private static object Day(IReadOnlyList<Result> scores) => new
    {
        n = scores.Count,
        top5 = scores.OrderByDescending(static row => row.Value).Take(5).Select(static row => new object[] { row.Model, row.Value, Interval(row).Low, Interval(row).High }),
        mean = scores.Mean(),
        ci_width_mean = StableSum.Mean(scores.Select(static row => Interval(row).High - Interval(row).Low).ToArray()),
        score_outside_ci = scores.Where(static row => row.Value < Interval(row).Low || row.Value > Interval(row).High).Select(static row => row.Model),
    };

    private static ScoreInterval Interval(Result row) =>
        new(double.Parse(row.Field("ci_low")!, CultureInfo.InvariantCulture), double.Parse(row.Field("ci_high")!, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Texts(IEnumerable<Result> rows) =>
        rows.Select(static row => FormattableString.Invariant($"{row.Model} {row.Metric} {row.Value} {row.Field("ci_low")} {row.Field("ci_high")}")).Order(StringComparer.Ordinal);
}
