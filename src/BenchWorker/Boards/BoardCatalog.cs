using BenchWorker.Site;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BenchWorker;

/// <summary>The declared boards as the files say now. An edit that is not valid is logged once and the boards of before stay.</summary>
internal sealed partial class BoardCatalog(IOptions<BoardOptions> options, TargetList targets, ILogger<BoardCatalog> logger)
{
    /// <summary>The loops that refresh and that schedule both ask.</summary>
    private readonly Lock gate = new();
    private string? read;
    private IReadOnlyList<Board> boards = [];

    /// <summary>Reads the folder again when a file in it changed.</summary>
    /// <exception cref="BoardFileException">The files are not valid and there is no earlier state to keep.</exception>
    public IReadOnlyList<Board> Current()
    {
        lock (gate)
            return Read();
    }

    private IReadOnlyList<Board> Read()
    {
        string state = Fingerprint();
        if (state == read)
            return boards;
        try
        {
            boards = BoardFolder.Load(options.Value.Folder, targets.Names);
        }
        catch (BoardFileException e) when (read is not null)
        {
            LogKept(e.Message);
        }

        read = state;
        return boards;
    }

    private string Fingerprint() =>
        string.Join('\n', BoardFolder.Files(options.Value.Folder).Select(static path => new FileInfo(path)).Select(static file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kept the boards of before, because the edited files are not valid: {Errors}")]
    private partial void LogKept(string errors);
}
