using YamlDotNet.RepresentationModel;

namespace BenchWorker;

/// <summary>Collects what is wrong with one file, so that its author sees all of it at once.</summary>
internal sealed class BoardFileErrors(string file)
{
    private readonly List<BoardFileError> found = [];

    public IReadOnlyList<BoardFileError> Found => found;

    /// <summary>Notes the error and returns the value to go on with.</summary>
    public T Add<T>(YamlNode at, string message, T instead = default!)
    {
        Add(at.Start.Line, message);
        return instead;
    }

    public void Add(long line, string message) => found.Add(new BoardFileError(file, line, message));
}
