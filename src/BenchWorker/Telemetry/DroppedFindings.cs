using BenchWorker.Analysis;
using BenchWorker.Site;
using Microsoft.Extensions.Logging;

namespace BenchWorker;

/// <summary>Counts and logs statements that the second code path did not confirm. They are not published; each one is a defect of this program.</summary>
internal sealed partial class DroppedFindings(ILogger<DroppedFindings> logger)
{
    public void Record(BoardReport report)
    {
        foreach (Statement statement in report.Summary.Dropped)
        {
            Finding finding = statement.Finding;
            WorkerMetrics.DroppedFindings.Add(1, new KeyValuePair<string, object?>("board", report.Board.Slug), new KeyValuePair<string, object?>("kind", finding.Kind.Id));
            LogDropped(report.Board.Slug, finding.Kind.Id, statement.Text, statement.Evidence);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Left a statement ({Kind}) out of {Board}, because it was not confirmed: {Text} Evidence: {Evidence}")]
    private partial void LogDropped(string board, string kind, string text, string evidence);
}
