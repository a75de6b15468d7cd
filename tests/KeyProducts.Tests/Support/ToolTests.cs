namespace KeyProducts.Tests.Support;

/// <summary>
/// A test that reads a file with programs of the machine. Where one is missing it is skipped, and says what to install; in CI, which
/// installs them, it runs and fails instead.
/// </summary>
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Names the commands that the test needs.</summary>
    public ToolFactAttribute(params string[] commands) => Skip = ToolTests.WhyNot(commands);
}

/// <summary>The same for a test with several sets of data.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the commands that the test needs.</summary>
    public ToolTheoryAttribute(params string[] commands) => Skip = ToolTests.WhyNot(commands);
}

internal static class ToolTests
{
    /// <summary>Why a test cannot run here; null when it can or must.</summary>
    public static string? WhyNot(IReadOnlyCollection<string> commands)
    {
        var missing = InstalledTool.All.Where(tool => commands.Contains(tool.Command) && !tool.IsThere).ToList();
        return missing.Count == 0 || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "Install the Debian packages " + string.Join(", ", missing.Select(tool => tool.Package).Distinct());
    }
}
