using static BenchWorker.Analysis.SentenceBuilder;

namespace BenchWorker.Analysis;

/// <summary>Groups of columns that order the rows alike (R5).</summary>
internal static class ColumnClusters
{
    private static readonly Template Grouped = new(FindingKinds.R5,
        "By how alike they order the rows, the columns form {k} groups{where}: {groups}{alone} "
        + "(average linkage of one minus Kendall tau, cut at one half; mean silhouette {s}, permutation q {q}).");

    private static readonly Template Group = new(FindingKinds.R5, "{columns}");
    private static readonly Template Alone = new(FindingKinds.R5, "; {columns} {columns|stands|each stand} alone");

    public static IEnumerable<Finding> From(TableFacts facts)
    {
        if (!ColumnClustering.Applies(facts.Table))
            return [];
        ColumnClustering[] tested = [.. facts.Facets.Select(ColumnClustering.Of).OfType<ColumnClustering>()];
        double[] q = Multiplicity.BenjaminiHochberg([.. tested.Select(static one => one.P)]);
        return tested.Zip(q).Where(static pair => pair.Second <= TestResult.Alpha).Select(pair => Tell(facts, pair.First, pair.Second));
    }

    private static Finding Tell(TableFacts facts, ColumnClustering clustering, double q)
    {
        int[][] groups = [.. clustering.Group.Select(static (group, column) => (group, column)).GroupBy(static one => one.group, static one => one.column)
            .Select(static group => group.ToArray()).OrderByDescending(static group => group.Length)];
        int[] alone = [.. groups.Where(static group => group.Length == 1).Select(static group => group[0])];
        Quantity count = new Quantity.Structure(StructureMeasure.ColumnGroups, clustering.Facet);
        return new Finding
        {
            Sentence = Grouped.With(
                ("k", Count(count, groups.Length)), ("where", Where(clustering.Facet)),
                ("groups", new Fill.Clauses([.. groups.Where(static group => group.Length > 1).Select(static group => Group.With(("columns", Columns(group))))], "; ")),
                ("alone", Clause(alone.Length == 0 ? null : Alone.With(("columns", Columns(alone))))),
                ("s", Number(new Quantity.Structure(StructureMeasure.Silhouette, clustering.Facet), clustering.Silhouette, 2)),
                ("q", Probability(TestFamily.ColumnGroups, clustering.Facet, 0, 0, q))),
            Checks =
            [
                new Check(count, Comparison.Equal, groups.Length),
                .. groups.SelectMany(group => group.Zip(group.Skip(1))).Select(pair => new Check(new Quantity.Structure(StructureMeasure.SameGroup, clustering.Facet, pair.First, pair.Second), Comparison.Equal, 1)),
                new Check(new Quantity.Corrected(TestFamily.ColumnGroups, clustering.Facet, 0), Comparison.AtMost, TestResult.Alpha),
            ],
            Effect = clustering.Silhouette,
            Covered = facts.Facet(clustering.Facet).Count,
            Test = new TestResult("permutation", clustering.P, q),
        };
    }
}
