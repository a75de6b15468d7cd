namespace KeyProducts.Tests.Support;

/// <summary>The files of the repository that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The program's own sources with one of these endings, without what tools have generated; paths are relative to the root, with slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        where !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.Contains("/data/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KeyProducts.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
