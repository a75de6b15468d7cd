using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace KeyProducts.Web.Text;

/// <summary>Sets up languages, words and the reading of numbers for all pages.</summary>
public static class TextServices
{
    /// <summary>Both languages, our sentences in place of the framework's, Vietnamese letters unescaped, and one reader of numbers.</summary>
    public static void AddWords(this IMvcBuilder pages)
    {
        var services = pages.Services;
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureOptions<BindingWords>();
        pages.AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Words)));
        pages.AddMvcOptions(options =>
        {
            options.Filters.Add(new PlainCharacters());
            options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new FormWords());
        });
    }
}
