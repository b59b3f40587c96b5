using BenchWorker.Analysis;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ObservationListTests
{
    [Fact]
    public void Neighbouring_cells_of_a_row_are_named_as_one_span()
    {
        CellAddress[] cells = [new(0, 2, 5), new(0, 2, 3), new(0, 2, 4), new(0, 1, 9), new(1, 0, 0), new(0, 2, 5)];

        string addresses = ObservationList.Addresses(cells);

        addresses.ShouldBe("0,1,9 0,2,3-5 1,0,0");
    }

    [Fact]
    public void No_statement_of_a_summary_stands_in_two_places()
    {
        Summary summary = SummaryWriter.Write(new HeatmapTable(
            "Scores", new HeatmapMetric("accuracy", "%", Direction.HigherIsBetter), new HeatmapAxis("model", ["a", "b", "c"]), new HeatmapAxis("length", ["1", "2", "3", "4", "5"]) { Ordered = true },
            [90, 80, 70, 60, 50, 91, 92, 93, 94, 95, 50, 51, 49, 50, double.NaN]));

        Observations observations = Observations.Of(summary);

        FigureObservations under = observations.Figures.ShouldHaveSingleItem();
        Statement[] shown = [.. observations.Brief, .. under.Shows, .. under.Trends, .. under.Coverage];
        shown.Distinct().Count().ShouldBe(shown.Length);
        shown.Length.ShouldBe(summary.Figures[0].Statements.Count(static statement => statement.Finding.Kind != FindingKinds.C1));
    }
}
