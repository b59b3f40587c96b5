using System.Reflection;

namespace BenchWorker;

/// <summary>SQL files that stand beside the code that runs them.</summary>
internal static class SqlText
{
    /// <param name="file">Folder and name below the project: <c>Storage.Migrations.Results.Tables.sql</c>.</param>
    public static string Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"BenchWorker.{file}")
            ?? throw new ArgumentException($"There is no embedded file {file}.", nameof(file));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
