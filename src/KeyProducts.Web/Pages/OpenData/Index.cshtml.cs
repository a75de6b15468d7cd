using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public.OpenData;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.OpenData;

/// <summary>What there is of open data, for people: each dataset with its columns and files, and how to use them.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(OpenDataSource source, SiteAddress site) : AppPage
{
    public PublicData Data { get; private set; } = null!;

    /// <summary>The datasets with the files of each.</summary>
    public IReadOnlyList<DatasetFiles> Offered { get; private set; } = [];

    public BilingualName Licence => Data.Licence.In(Data.InBoth);

    /// <summary>A whole address, as programs on other machines need it.</summary>
    public string Whole(string path) => site.Of(path);

    protected override async Task LoadAsync()
    {
        Data = await source.LoadAsync();
        Offered = [.. Datasets.All.Select(dataset => new DatasetFiles(
            Data.Of(dataset)!,
            FilesOf(Data.Of(dataset)!),
            [.. Data.YearsOf(dataset).Reverse().Select(year => Data.Of(dataset, year)!).Select(one => new YearFiles(one.Year!.Value, one.Rows.Count, FilesOf(one)))]))];
    }

    private static IReadOnlyList<OfferedFile> FilesOf(PublishedDataset dataset) =>
        [.. DataFormat.All.Select(format => new OfferedFile(format, dataset.Address(format), DatasetFile.Of(dataset, format).Length))];
}

/// <summary>A dataset and where it is had.</summary>
public sealed record DatasetFiles(PublishedDataset Dataset, IReadOnlyList<OfferedFile> Files, IReadOnlyList<YearFiles> Years);

/// <summary>A year of a dataset and where it is had.</summary>
public sealed record YearFiles(int Year, int Rows, IReadOnlyList<OfferedFile> Files);

/// <summary>A file that can be had.</summary>
public sealed record OfferedFile(DataFormat Format, string Address, int Bytes);
