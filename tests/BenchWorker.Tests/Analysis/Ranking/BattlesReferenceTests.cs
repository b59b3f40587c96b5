using BenchWorker.Analysis;
using BenchWorker.Tests.Analysis.Reference;
using Xunit;

namespace BenchWorker.Tests.Analysis.Ranking;

public sealed class BattlesReferenceTests
{
    public static TheoryData<string> Cases => ReferenceCase.Ids("battles");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_the_reference(string id)
    {
        var reference = ReferenceCase.Find(id);

        object got = Compute(id["battles.".Length..]);

        reference.ShouldBe(got);
    }

    private static object Compute(string what)
    {
        (string[] models, (int First, int Second, double Won)[] battles) = Read(what == "separated" ? "synB_separated.csv" : "synB_battles.csv");
        PairWins wins = PairWins.FromBattles(models.Length, battles);
        return what switch
        {
            "bt" => new { models, W = Matrix(wins), theta = Fit(wins).Theta, elo = Fit(wins).Elo },
            "bt.arena_ci" => Arena(Fit(wins), battles),
            "bt.model_se" => BradleyTerryCovariance.ModelBased(Fit(wins)),
            "elo_online" => OnlineElo.Of(models.Length, battles),
            _ => new
            {
                W = Matrix(wins),
                components = wins.StrongComponents().Distinct().Count(),
                labels = wins.StrongComponents(),
                mle = BradleyTerry.Fit(wins) is null ? "undefined" : "defined",
                theta_ridge = BradleyTerry.FitRidge(wins).Theta,
            },
        };
    }

    private static BradleyTerry Fit(PairWins wins) => BradleyTerry.Fit(wins) ?? throw new InvalidOperationException("No finite optimum.");

    private static double[][] Matrix(PairWins wins) => Shape.Square(wins.Models, (i, j) => i == j ? 0 : wins[i, j]);

    private static object Arena(BradleyTerry fit, (int First, int Second, double Won)[] battles)
    {
        double[] errors = BradleyTerryCovariance.Arena(fit, battles);
        ScoreInterval[] intervals = [.. fit.Elo.Zip(errors, (elo, error) => new ScoreInterval(elo - (1.96 * error), elo + (1.96 * error)))];
        RankInterval[] ranks = ArenaRanks.Of(intervals);
        return new
        {
            se = errors,
            lower = fit.Elo.Zip(errors, (elo, error) => elo - (Normal.Z95 * error)),
            upper = fit.Elo.Zip(errors, (elo, error) => elo + (Normal.Z95 * error)),
            rank_ub = ranks.Select(rank => rank.Best),
            rank_lb = ranks.Select(rank => rank.Worst),
        };
    }

    private static (string[] Models, (int First, int Second, double Won)[] Battles) Read(string file)
    {
        var rows = ReferenceTable.Rows(file);
        string[] models = [.. rows.SelectMany(row => new[] { row["model_a"], row["model_b"] }).Distinct().Order(StringComparer.Ordinal)];
        return (models, [.. rows.Select(row => (Array.IndexOf(models, row["model_a"]), Array.IndexOf(models, row["model_b"]), row["winner"] switch { "model_a" => 1.0, "model_b" => 0.0, _ => 0.5 }))]);
    }
}
