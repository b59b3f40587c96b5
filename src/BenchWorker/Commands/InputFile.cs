using System.Text;

namespace BenchWorker;

/// <summary>Text files that the command line names.</summary>
internal static class InputFile
{
    /// <param name="what">As the sentence calls it: "board file".</param>
    /// <exception cref="CommandFailedException">The file cannot be read.</exception>
    public static async Task<string> ReadAsync(string what, string path, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(path, Encoding.UTF8, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The {what} {path} cannot be read: {e.Message}", e);
        }
    }
}
