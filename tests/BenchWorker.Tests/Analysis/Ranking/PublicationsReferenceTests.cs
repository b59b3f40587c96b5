using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class PublicationsReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("publications");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var change = RankChange.Between(Table("synE_prev.csv"), Table("synE_cur.csv"), MissingPolicy.Exclude, seed: 1);

        ReferenceCase.Find(id).ShouldBe(new
        {
            entered = change.Entered,
            left = change.Left,
            rows = change.Moves.Select(move => new
            {
                model = move.Entity,
                rank_old = move.OldRank,
                rank_new = move.NewRank,
                due_to_leavers = move.DueToLeavers,
                due_to_scores = move.DueToScores,
                due_to_entrants = move.DueToEntrants,
                mean_change = move.MeanChange,
                perm_p = move.P,
                p_bh = move.Q,
            }),
            tau_b_common = change.Agreement,
        });
    }

    private static ScoreTable Table(string file)
    {
        var rows = ReferenceTable.Rows(file);
        string[] tasks = [.. rows[0].Keys.Skip(1)];
        return new(
            [.. rows.Select(row => row["model"])],
            [.. tasks.Select(task => new ScoreColumn(task, Direction.HigherIsBetter))],
            [.. rows.SelectMany(row => tasks.Select(task => ReferenceTable.Number(row[task]))).Select(value => double.IsNaN(value) ? Cell.Absent() : new Cell(value))]);
    }
}
