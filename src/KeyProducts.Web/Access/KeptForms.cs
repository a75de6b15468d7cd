using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KeyProducts.Web.Access;

/// <summary>
/// Keeps what was typed while its writer signs in again: sealed, in a hidden field of the page for signing in, and nowhere on the server.
/// See docs/decisions/0013-expired-sessions.md.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The field that carries what is kept.</summary>
    public const string Field = "__Kept";

    /// <summary>The field in each form that says whose page it is.</summary>
    public const string Writer = "__Writer";

    /// <summary>The field of the form's token.</summary>
    public const string Token = "__RequestVerificationToken";

    // Nobody types more; what is longer was not typed. Names of fields count too, and what it takes to hold a field.
    private const int MostTyped = 4 << 20;
    private const int CostOfField = 64;
    private const long MostRead = 1L << 30;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private readonly IDataProtector protector = protection.CreateProtector("KeyProducts.KeptForm.1");

    /// <summary>
    /// What a request has to be kept of: a form of a page of ours that its writer had opened while signed in, with something typed. Null for
    /// everything else, and for forms with passwords.
    /// </summary>
    public async Task<KeptForm?> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.ComesFromUs() || request.OwnAddress() is not { } address
            || http.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page || AsksForPassword(page))
        {
            return null;
        }

        try
        {
            var (fields, hadFiles) = MultipartRequest(request) is { } boundary ? await PartsAsync(http, boundary) : (await FieldsAsync(request), false);
            var writer = fields.FirstOrDefault(field => field.Key == Writer).Value;
            fields.RemoveAll(field => field.Key is Writer or Token or Field);
            return fields.Count > 0 && Guid.TryParse(writer, out var id)
                ? new KeptForm(address, id, clock.GetUtcNow().UtcDateTime + Lifetime, fields, hadFiles)
                : null;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            // Too much, or no form: the sender signs in and begins again.
            return null;
        }
    }

    /// <summary>
    /// What a reader has sent who must set up a second factor first: typed just now, or carried along from the page for signing in. Null when it is not theirs or holds nothing to keep.
    /// </summary>
    public async Task<KeptForm?> AwaitingAsync(HttpContext http, Guid reader)
    {
        var request = http.Request;
        var carried = request.HasFormContentType && MultipartRequest(request) is null && request.ComesFromUs() ? Open((await request.ReadFormAsync(http.RequestAborted))[Field]) : null;
        var form = carried is null ? await ReadAsync(http) : carried.Address == request.OwnAddress() ? carried : null;
        return form?.Writer == reader ? form with { AwaitedFactor = true } : null;
    }

    /// <summary>What was sealed, when it is the reader's own; null otherwise.</summary>
    public KeptForm? OpenFor(Guid reader, string? text) => Open(text) is { } form && form.Writer == reader ? form : null;

    /// <summary>Seals what is kept for its way through the page for signing in.</summary>
    public string Seal(KeptForm form)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(pack, form);
        }

        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray()));
    }

    /// <summary>What was sealed; null when somebody has tampered with it or its time is over.</summary>
    public KeptForm? Open(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            using var unpack = new BrotliStream(new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(text))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<KeptForm>(unpack) is { } form && form.Until > clock.GetUtcNow().UtcDateTime ? form : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool AsksForPassword(CompiledPageActionDescriptor page) =>
        page.BoundProperties.SelectMany(bound => bound.ParameterType.GetProperties())
            .SelectMany(property => property.GetCustomAttributes(typeof(DataTypeAttribute), inherit: true).OfType<DataTypeAttribute>())
            .Any(type => type.DataType == DataType.Password);

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(HttpRequest request)
    {
        List<KeyValuePair<string, string>> fields = [.. (await request.ReadFormAsync(request.HttpContext.RequestAborted)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        // What is sealed is no larger than what was read: opening it again needs no bound of its own.
        return fields.Sum(field => CostOf(field.Key) + (long)Encoding.UTF8.GetByteCount(field.Value)) <= MostTyped ? fields : throw TooMuch();
    }

    private static int CostOf(string name) => CostOfField + Encoding.UTF8.GetByteCount(name);

    private static InvalidDataException TooMuch() => new InvalidDataException("More than anybody types.");

    private static string? MultipartRequest(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data" && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : null;

    // Files are read to their end, because browsers show no answer while they still send, and put nowhere: nobody has signed in.
    private static async Task<(List<KeyValuePair<string, string>> Fields, bool HadFiles)> PartsAsync(HttpContext http, string boundary)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostRead;
        }

        var (fields, hadFiles, read) = (new List<KeyValuePair<string, string>>(), false, 0);
        var parts = new MultipartReader(boundary, http.Request.Body);
        while (await parts.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } about)
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(about.Name).ToString();
            read += CostOf(name);
            if (read > MostTyped)
            {
                throw TooMuch();
            }

            if (about.FileName.HasValue || about.FileNameStar.HasValue)
            {
                hadFiles |= HeaderUtilities.RemoveQuotes(about.FileName).Length > 0 || about.FileNameStar.Length > 0;
                await part.Body.CopyToAsync(Stream.Null, http.RequestAborted);
                continue;
            }

            using var text = new MemoryStream();
            await CopyAsync(part.Body, text, MostTyped - read, http.RequestAborted);
            read += (int)text.Length;
            fields.Add(new(name, Encoding.UTF8.GetString(text.ToArray())));
        }

        return (fields, hadFiles);
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, int most, CancellationToken cancel)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            if (to.Length + count > most)
            {
                throw TooMuch();
            }

            to.Write(buffer, 0, count);
        }
    }
}
