namespace KeyProducts.Tests.Support;

/// <summary>Text that was looked at and accepted, kept as a file in <c>Snapshots/</c>.</summary>
public static class KnownText
{
    /// <summary>The environment variable that makes the tests write what they find: look at the difference, then commit it.</summary>
    public const string Accept = "ACCEPT_SNAPSHOTS";

    /// <summary>Fails when the text differs from the accepted one, and says which lines.</summary>
    public static void Check(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(Repository.Root, "tests", "KeyProducts.Tests", "Snapshots", name);
        var found = lines.ToList();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, string.Join('\n', found) + "\n");
            return;
        }

        var accepted = File.Exists(path) ? File.ReadAllLines(path) : [];
        var differences = accepted.Except(found).Select(line => "- " + line).Concat(found.Except(accepted).Select(line => "+ " + line)).ToList();
        Assert.True(
            differences.Count == 0 && accepted.SequenceEqual(found),
            $"""
            {name} is not what was accepted:
            {string.Join('\n', differences)}
            If this is right, run the test with {Accept}=1, look at the file's difference and commit it.
            """);
    }
}
