namespace KeyProducts.Tests.Support;

/// <summary>A folder for the files of one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("keyproducts-").FullName;

    /// <summary>Puts a file into the folder and returns its path.</summary>
    public string Put(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
