using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker.Tests.Boards;

/// <summary>Results at the edge of what statistics can say, as rows of a file.</summary>
internal static class DegenerateTable
{
    private const string Header = "benchmark,task,model,metric,higher_is_better,value,stderr,n,run,sample_id";

    /// <summary>Task, model and value; then, where there are more, standard error, samples, direction and sample.</summary>
    public static readonly IReadOnlyDictionary<string, string> Cases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["one model"] = "t1 a 0.5; t2 a 0.6; t3 a 0.7",
        ["one task"] = "t a 0.5; t b 0.6; t c 0.7",
        ["one cell"] = "t a 0.5",
        ["all tied"] = "t1 a 0.5; t2 a 0.5; t1 b 0.5; t2 b 0.5; t1 c 0.5; t2 c 0.5",
        ["all zero"] = "t1 a 0; t2 a 0; t1 b 0; t2 b 0",
        ["all missing"] = "t1 a _; t2 a _; t1 b _; t2 b _",
        ["one model empty"] = "t1 a 0.5; t2 a 0.6; t1 b 0.4; t2 b 0.3; t1 c _; t2 c _",
        ["one task empty"] = "t1 a 0.5; t2 a _; t1 b 0.4; t2 b _",
        ["disjoint tasks"] = "t1 a 0.5; t1 b 0.6; t2 c 0.4; t2 d 0.1; t3 d 0.2",
        ["not finite"] = "t1 a NaN; t2 a 0.5; t1 b inf; t2 b 0.4; t1 c -Infinity; t2 c 0.3; t1 d 1e400; t2 d 0.1",
        ["identical rows"] = "t1 a 0.1; t2 a 0.7; t3 a 0.3; t4 a 0.2; t1 b 0.1; t2 b 0.7; t3 b 0.3; t4 b 0.2; t1 c 0.1; t2 c 0.7; t3 c 0.3; t4 c 0.2; t1 d 0.1; t2 d 0.7; t3 d 0.3; t4 d 0.2",
        ["constant column"] = "t1 a 1; t2 a 0.5; t1 b 1; t2 b 0.6; t1 c 1; t2 c 0.7",
        ["huge"] = "t1 a 1e308; t2 a -1e308; t1 b 1.7e308; t2 b 1.7e308; t1 c -1.7e308; t2 c 0",
        ["tiny"] = "t1 a 5e-324; t2 a 0; t1 b 1e-320; t2 b 5e-324; t1 c 0; t2 c 1e-310",
        ["huge beside tiny"] = "t1 a 1e308; t2 a 1e-308; t1 b 1; t2 b 1; t1 c -1e300; t2 c 1e-300",
        ["no samples"] = "t1 a 0.5 0.1 0; t2 a 0.6 0.1 -5; t1 b 0.4 0.1 10; t2 b 0.3 0.1 1",
        ["impossible errors"] = "t1 a 0.5 -0.1 10; t2 a 0.6 NaN 10; t1 b 0.4 inf 10; t2 b 0.3 0 10; t1 c 0.2 1e308 10; t2 c 0.1 1e308 10",
        ["contradictory directions"] = "t1 a 0.5 _ _ 1; t1 b 0.4 _ _ 0; t2 a 0.6 _ _ 1; t2 b 0.7 _ _ 1",
        ["unknown direction"] = "t1 a 0.5 _ _ _; t2 a 0.4 _ _ _; t1 b 0.6 _ _ _; t2 b 0.2 _ _ _",
        ["opposite directions"] = "t1 a 0.5 _ _ 1; t2 a 30 _ _ 0; t1 b 0.4 _ _ 1; t2 b 20 _ _ 0",
        ["one sample"] = "t a 1 _ _ 1 s1; t b 0 _ _ 1 s1",
        ["samples of one model"] = "t a 1 _ _ 1 s1; t a 0 _ _ 1 s2; t b _ _ _ 1 s1",
        ["samples that do not meet"] = "t a 1 _ _ 1 s1; t a 0 _ _ 1 s2; t b 1 _ _ 1 s3; t b 1 _ _ 1 s4",
        ["two models, many ties"] = "t1 a 1; t2 a 1; t3 a 0; t4 a 0; t5 a 1; t1 b 1; t2 b 1; t3 b 0; t4 b 0; t5 b 0",
    };

    /// <summary>The case as the importer reads it, bad rows left out.</summary>
    public static ResultSnapshot Read(string name, Board board)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, string.Join('\n', Cases[name].Split("; ").Select(Line).Prepend(Header)));
            return FileResults.Read(path, new ImportOptions { AllowRejects = true }).For(board);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Line(string row, int index)
    {
        string[] cells = [.. row.Split(' ').Select(static cell => cell == "_" ? "" : cell)];
        string Cell(int i, string otherwise) => i < cells.Length ? cells[i] : otherwise;
        return string.Join(',', "b", cells[0], cells[1], "acc", Cell(5, "1"), cells[2], Cell(3, ""), Cell(4, ""), $"r{index}", Cell(6, ""));
    }
}
