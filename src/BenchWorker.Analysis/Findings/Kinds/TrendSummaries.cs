using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>How many rows fall, rise and do neither along an ordered axis (T2). What no row does is not said.</summary>
internal static class TrendSummaries
{
    private const string Tests = ", by Mann-Kendall tests with Benjamini-Hochberg at five percent.";
    private const string Of = "Of {tested} rows, ";
    private const string Falling = "{falls} {falls|falls|fall} significantly with {axis}{where}{fallers}";
    private const string Rising = "{rises} {rises|rises|rise} significantly with {axis}{where}{risers}";
    private const string AlsoRising = "{rises} {rises|rises|rise}{risers}";
    private const string Neither = "{none} {none|shows|show} no significant trend{others}";

    private static readonly Template AllFall = new(FindingKinds.T2, "All {falls} rows fall significantly with {axis}{where}" + Tests);
    private static readonly Template AllRise = new(FindingKinds.T2, "All {rises} rows rise significantly with {axis}{where}" + Tests);
    private static readonly Template NoneDoes = new(FindingKinds.T2, "None of the {none} rows shows a significant trend with {axis}{where}" + Tests);
    private static readonly Template FallAndRise = new(FindingKinds.T2, Of + Falling + " and " + AlsoRising + Tests);
    private static readonly Template FallOrNot = new(FindingKinds.T2, Of + Falling + " and " + Neither + Tests);
    private static readonly Template RiseOrNot = new(FindingKinds.T2, Of + Rising + " and " + Neither + Tests);
    private static readonly Template All = new(FindingKinds.T2, Of + Falling + ", " + AlsoRising + " and " + Neither + Tests);
    private static readonly Template Named = new(FindingKinds.T2, " ({rows})");

    /// <summary>More rows than these are counted, not named.</summary>
    private const int MostNamedRows = 8;

    /// <param name="trends">Of one facet.</param>
    public static Finding From(TableFacts facts, int facet, RowTrend[] trends)
    {
        ILookup<TrendVerdict, int> rows = trends.ToLookup(static trend => trend.Verdict, static trend => trend.Row);
        (int[] falls, int[] rises, int[] none) = ([.. rows[TrendVerdict.Falls]], [.. rows[TrendVerdict.Rises]], [.. rows[TrendVerdict.NoTrend]]);
        return new Finding
        {
            Sentence = TemplateFor(falls.Length, rises.Length, none.Length).With(
                ("falls", Verdicts(facet, TrendVerdict.Falls, falls)), ("tested", Given(trends.Length)), ("axis", Label(facts.Table.Columns.Name)),
                ("where", Where(facet)), ("fallers", Clause(List(falls))), ("rises", Verdicts(facet, TrendVerdict.Rises, rises)),
                ("risers", Clause(List(rises))), ("none", Verdicts(facet, TrendVerdict.NoTrend, none)), ("others", Clause(List(none)))),
            Checks =
            [
                .. Members(facet, falls, Comparison.AtMost), .. Members(facet, rises, Comparison.AtMost), .. Members(facet, none, Comparison.Greater),
                .. new[] { (TrendVerdict.Falls, falls), (TrendVerdict.Rises, rises), (TrendVerdict.NoTrend, none) }.Where(static one => one.Item2.Length == 0)
                    .Select(one => new Check(new Quantity.Trends(facet, one.Item1), Comparison.Equal, 0)),
            ],
            Effect = (double)Math.Max(falls.Length + rises.Length, none.Length) / trends.Length,
            Covered = facts.Facet(facet).Count,
        };
    }

    private static Template TemplateFor(int falls, int rises, int none) => (falls > 0, rises > 0, none > 0) switch
    {
        (true, false, false) => AllFall,
        (false, true, false) => AllRise,
        (true, true, false) => FallAndRise,
        (true, false, true) => FallOrNot,
        (false, true, true) => RiseOrNot,
        (true, true, true) => All,
        _ => NoneDoes,
    };

    private static Sentence? List(int[] rows) => rows.Length is 0 or > MostNamedRows ? null : Named.With(("rows", Rows(rows)));

    private static IEnumerable<Check> Members(int facet, int[] rows, Comparison comparison) => rows.Length > MostNamedRows
        ? []
        : rows.Select(row => new Check(new Quantity.Corrected(TestFamily.RowTrends, facet, row), comparison, TestResult.Alpha));

    private static Fill Verdicts(int facet, TrendVerdict verdict, int[] rows) => Count(new Quantity.Trends(facet, verdict), rows.Length);
}
